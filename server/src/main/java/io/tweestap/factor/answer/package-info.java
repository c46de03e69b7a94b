/// One answer, from the comparison to the statement that spends it, and what failures lead to.
@NullMarked
package io.tweestap.factor.answer;

import org.jspecify.annotations.NullMarked;
