/// The second step of a login. Start at [Logins].
@NullMarked
package io.tweestap.client.login;

import org.jspecify.annotations.NullMarked;
