/// Many users at once, line by line. [UserImport] tells the story.
@NullMarked
package io.tweestap.user.bulk;

import org.jspecify.annotations.NullMarked;
