/// What users prove themselves with. Start at [Factors].
@NullMarked
package io.tweestap.client.factor;

import org.jspecify.annotations.NullMarked;
