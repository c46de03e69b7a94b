/// A security key in software: makes keys and answers like a browser with an authenticator, and
/// misbehaves on request.
@NullMarked
package io.tweestap.testkit.webauthn;

import org.jspecify.annotations.NullMarked;
