#include "app/settings.h"

#include <cppconn/driver.h>
