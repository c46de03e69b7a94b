/// Values inside of messages: on one line, and in their places.
@NullMarked
package io.tweestap.shared.text;

import org.jspecify.annotations.NullMarked;
