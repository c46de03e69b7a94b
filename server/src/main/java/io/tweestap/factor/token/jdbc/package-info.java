/// The rows of hardware tokens.
@NullMarked
package io.tweestap.factor.token.jdbc;

import org.jspecify.annotations.NullMarked;
