/// The protocol itself: one session with an SMSC, on top of the library jsmpp, which is met nowhere
/// else. What the library is lenient or leaky about is made good here.
@NullMarked
package io.tweestap.delivery.smpp.wire;

import org.jspecify.annotations.NullMarked;
