/// The words of notices in each language.
@NullMarked
package io.tweestap.user.text;

import org.jspecify.annotations.NullMarked;
