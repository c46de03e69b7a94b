/// The operator's commands for accounts and prices.
@NullMarked
package io.tweestap.credit.command;

import org.jspecify.annotations.NullMarked;
