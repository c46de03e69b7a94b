/// The REST door of the room: `/v1/verifications`.
@NullMarked
package io.tweestap.verification.web;

import org.jspecify.annotations.NullMarked;
