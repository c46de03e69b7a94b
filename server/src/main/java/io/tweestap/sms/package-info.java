/// A text as a handset gets it: alphabets, parts, and their bytes. Values only.
@ApplicationModule
@NullMarked
package io.tweestap.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
