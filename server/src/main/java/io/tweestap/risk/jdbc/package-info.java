/// The statements of the fraud guard.
@NullMarked
package io.tweestap.risk.jdbc;

import org.jspecify.annotations.NullMarked;
