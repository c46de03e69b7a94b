/// The header `Idempotency-Key`, for the doors of all rooms.
@NamedInterface("web")
@NullMarked
package io.tweestap.idempotency.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
