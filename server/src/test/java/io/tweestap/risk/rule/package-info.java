/// The rules of the fraud guard, row by row.
@NullMarked
package io.tweestap.risk.rule;

import org.jspecify.annotations.NullMarked;
