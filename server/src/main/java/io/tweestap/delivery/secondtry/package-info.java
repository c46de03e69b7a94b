/// A message that is lost, or of which nothing is heard, goes to the next carrier while it is good.
/// [SecondTries] tells the story.
@NullMarked
package io.tweestap.delivery.secondtry;

import org.jspecify.annotations.NullMarked;
