/// The rows of accounts, charges and prices.
@NullMarked
package io.tweestap.credit.jdbc;

import org.jspecify.annotations.NullMarked;
