/// How a factor begins, is confirmed, changes and ends, and who is told of it.
@NullMarked
package io.tweestap.factor.bind;

import org.jspecify.annotations.NullMarked;
