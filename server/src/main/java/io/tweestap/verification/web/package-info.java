/// The REST door of the room: `/v1/verifications`. Other doors read amounts and payees with it.
@NamedInterface("web")
@NullMarked
package io.tweestap.verification.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
