/// The REST door of the room: `/v1/users/{ref}/factors`. Logins begin a factor with it on the way.
@NamedInterface("web")
@NullMarked
package io.tweestap.factor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
