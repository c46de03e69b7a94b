/// Challenge-response devices and apps (OCRA, RFC 6287): a question on the screen, a response typed
/// back; also the other way round first (mutual), and over a transaction (signature).
@NamedInterface("ocra")
@NullMarked
package io.tweestap.factor.ocra;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
