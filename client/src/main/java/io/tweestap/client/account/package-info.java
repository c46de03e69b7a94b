/// The pages where users look after their own second step. Start at [AccountLinks].
@NullMarked
package io.tweestap.client.account;

import org.jspecify.annotations.NullMarked;
