/// Messages that people send, and the numbers that they send them to.
@NullMarked
package io.tweestap.client.inbound;

import org.jspecify.annotations.NullMarked;
