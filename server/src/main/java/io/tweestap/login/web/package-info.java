/// The REST door of the room: `/v1/logins`, `/v1/sessions`, `/v1/disconnects`, and what belongs to
/// one user.
@NullMarked
package io.tweestap.login.web;

import org.jspecify.annotations.NullMarked;
