/// Challenge-response codes and short signatures (OCRA, RFC 6287): a number or a text goes to the
/// person's device, its answer comes back.
///
/// [OcraSuite] says what a token computes from, [OcraInput] holds the data of one computation, and
/// [Ocra] computes and checks.
@NullMarked
package io.tweestap.otp.ocra;

import org.jspecify.annotations.NullMarked;
