/// The REST door of the room: `/v1/users/{ref}/factors`.
@NullMarked
package io.tweestap.factor.web;

import org.jspecify.annotations.NullMarked;
