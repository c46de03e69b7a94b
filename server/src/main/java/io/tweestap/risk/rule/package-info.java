/// The rules of the fraud guard: from counts to a decision, without a database or a clock.
@NullMarked
package io.tweestap.risk.rule;

import org.jspecify.annotations.NullMarked;
