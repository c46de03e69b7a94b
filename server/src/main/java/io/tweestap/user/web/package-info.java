/// The REST door of users: `/v1/users`.
@NullMarked
package io.tweestap.user.web;

import org.jspecify.annotations.NullMarked;
