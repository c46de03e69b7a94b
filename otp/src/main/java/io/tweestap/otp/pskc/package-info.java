/// Import of token seeds from Portable Symmetric Key Containers (PSKC, RFC 6030), the XML files
/// that vendors of hardware tokens send with a delivery.
///
/// [PskcReader] is the way in. It reads plain files and such as are encrypted with a pre-shared AES
/// key or a passphrase, and checks each value's MAC before it decrypts.
@NullMarked
package io.tweestap.otp.pskc;

import org.jspecify.annotations.NullMarked;
