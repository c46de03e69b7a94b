/// Users, their groups and addresses. Start at [Users].
@NullMarked
package io.tweestap.client.user;

import org.jspecify.annotations.NullMarked;
