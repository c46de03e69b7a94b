/// App passwords: for mail and other programs that cannot ask for a second factor (APP-1 to APP-5).
@NamedInterface("apppassword")
@NullMarked
package io.tweestap.factor.apppassword;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
