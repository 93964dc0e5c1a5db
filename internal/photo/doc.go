// Package photo makes the copies of people's photos that may leave the house.
//
// A phone writes into a photo where it was taken, when and with which device.
// None of that goes out. Prepare looks at a file from outside and answers with
// a Copy: a JPEG of at most 1280 pixels a side with nothing in it but the
// picture, or the reason why there is none. Such a file is then either carried
// as it came, to those who may see the original, or refused; that is for the
// caller to say.
//
//	segments.go     what a JPEG file is made of; Strip leaves the picture alone
//	orientation.go  how the camera was held, the one fact of EXIF that is used
//	memory.go       what decoding would cost, worked out before it is begun
//	reader.go       how decoding is stopped
//	jpeg_*.go       JPEGs that the standard library does not decode: colours sampled
//	                in other ways than nearly all photos have them
//	prepare.go      the whole way
//	shrink.go       a copy made to fit, for takers that bound a file
//
// What comes in is not trusted. Sizes are read before pixels, what would cost
// too much memory or time is never decoded, decoding ends after two seconds or
// with the program, and one picture is in memory at a time in the whole program.
package photo
