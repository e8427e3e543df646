package register_test

import (
	"testing"

	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

func TestTheMemoryStoreKeepsTheContract(t *testing.T) {
	registertest.Run(t, func(*testing.T) register.Store { return new(register.Memory) })
}
