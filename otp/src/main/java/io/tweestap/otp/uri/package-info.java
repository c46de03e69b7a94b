/// The `otpauth://` URIs that set up an authenticator app, usually shown as a QR code: writing them
/// so that every app reads them, and reading what others wrote.
@NullMarked
package io.tweestap.otp.uri;

import org.jspecify.annotations.NullMarked;
