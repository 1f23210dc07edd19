#include "storage/pool.h"
const char* query = "SELECT name FROM unit";
