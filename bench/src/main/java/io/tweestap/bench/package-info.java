/// Measures a whole server from outside, beside bare JDBC on the same database, and kills it under
/// load. `bench/run` and `bench/crash` start what is in here.
@NullMarked
package io.tweestap.bench;

import org.jspecify.annotations.NullMarked;
