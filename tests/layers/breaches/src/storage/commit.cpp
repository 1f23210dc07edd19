#include "../web/http.h"
void lose(Connection* connection)
{
    connection->commit();
}
