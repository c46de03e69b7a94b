/// A one-time code to an address: start, resend, check, cancel.
/// [io.tweestap.verification.Verifications] tells the story.
@ApplicationModule
@NullMarked
package io.tweestap.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
