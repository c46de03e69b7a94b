/// Messages in, and the numbers they come to, over REST.
@NullMarked
package io.tweestap.inbound.web;

import org.jspecify.annotations.NullMarked;
