/// The way to the database: the embedded one, or a PostgreSQL cluster when an address is given.
/// Opens the connection pool and has the migrations run.
@ApplicationModule
@NullMarked
package io.tweestap.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
