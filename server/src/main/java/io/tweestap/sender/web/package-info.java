/// Sender rules over REST.
@NullMarked
package io.tweestap.sender.web;

import org.jspecify.annotations.NullMarked;
