// Package deepcopy copies values so that nothing is shared with what they were
// copied from.
//
// It stands in for the module whose path it has (go.mod replaces it), of which
// package excelize uses Copy alone. That module also copies between types and
// through methods found by name, and where methods are found by name the linker
// has to keep every exported method of every type there is: 2.8 of 23.9 MB of the
// program, for what nothing calls. Should excelize want more of it one day, it
// will not compile; then the line in go.mod may go, or this grow.
package deepcopy

import (
	"fmt"
	"reflect"
)

// Copy makes what dst points to a deep copy of src, which is of that type or points
// to such a value. Fields that are not exported are copied as they are.
func Copy(dst, src any) error {
	to, from := reflect.ValueOf(dst), reflect.ValueOf(src)
	if to.Kind() != reflect.Pointer || to.IsNil() {
		return fmt.Errorf("copying into a %T: a pointer is needed", dst)
	}
	if from.IsValid() && from.Kind() == reflect.Pointer && from.Type() == to.Type() {
		from = from.Elem() // invalid where src is nil
	}
	to = to.Elem()
	switch {
	case !from.IsValid():
		to.SetZero()
	case from.Type() != to.Type():
		return fmt.Errorf("copying a %s into a %s", from.Type(), to.Type())
	default:
		to.Set(copied(from))
	}
	return nil
}

// copied is a deep copy of v.
func copied(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.Set(reflect.New(v.Type().Elem()))
			c.Elem().Set(copied(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			c.Set(copied(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				c.Index(i).Set(copied(v.Index(i)))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			c.Index(i).Set(copied(v.Index(i)))
		}
	case reflect.Map:
		if !v.IsNil() {
			c.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for key, value := range v.Seq2() {
				c.SetMapIndex(copied(key), copied(value))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Field(i).Set(copied(v.Field(i)))
			}
		}
	}
	return c
}
