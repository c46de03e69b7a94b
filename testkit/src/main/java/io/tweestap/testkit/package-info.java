/// What tests share: a clock moved by hand, fixed randomness, a real PostgreSQL.
@NullMarked
package io.tweestap.testkit;

import org.jspecify.annotations.NullMarked;
