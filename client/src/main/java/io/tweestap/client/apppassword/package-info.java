/// App passwords. Start at [AppPasswords].
@NullMarked
package io.tweestap.client.apppassword;

import org.jspecify.annotations.NullMarked;
