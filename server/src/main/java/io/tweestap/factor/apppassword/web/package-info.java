/// The endpoints of app passwords.
@NullMarked
package io.tweestap.factor.apppassword.web;

import org.jspecify.annotations.NullMarked;
