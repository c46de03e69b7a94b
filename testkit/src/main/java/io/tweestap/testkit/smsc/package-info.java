/// A small SMSC for tests, over plain sockets: it speaks real SMPP 3.4, keeps what it got byte by
/// byte, and misbehaves on request.
@NullMarked
package io.tweestap.testkit.smsc;

import org.jspecify.annotations.NullMarked;
