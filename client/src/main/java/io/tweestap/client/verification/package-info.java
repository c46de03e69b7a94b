/// One-time codes to an address. Start at [Verifications].
@NullMarked
package io.tweestap.client.verification;

import org.jspecify.annotations.NullMarked;
