/// The rows of factors.
@NullMarked
package io.tweestap.factor.jdbc;

import org.jspecify.annotations.NullMarked;
