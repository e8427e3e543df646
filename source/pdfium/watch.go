package pdfium

import (
	"context"
	"fmt"

	"github.com/tetratelabs/wazero/api"
)

// instanceKey is under which a call's context carries its instance.
type instanceKey struct{}

// watch makes the engine stop when ctx is done. Unwatch is to be called at the end;
// it gives false if ctx was done before, and then the instance is spent.
func (at *instance) watch(ctx context.Context) (unwatch func() bool) {
	return context.AfterFunc(ctx, func() {
		at.memory.Lock()
		defer at.memory.Unlock()
		at.cause = ctx.Err()
		at.module.Memory().WriteUint32Le(stopAt, 1)
	})
}

// stopped is why the engine was made to stop, nil if it was not.
func (at *instance) stopped() error {
	at.memory.Lock()
	defer at.memory.Unlock()
	return at.cause
}

// call calls a function of the engine; 0 if it gives nothing back.
func (at *instance) call(name string, args ...uint64) (uint64, error) {
	f := at.functions[name]
	if f == nil {
		if f = at.module.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("the PDF engine has no function %s", name)
		}
		at.functions[name] = f
	}
	copy(at.stack[:], args)
	if err := f.CallWithStack(at.ctx, at.stack[:]); err != nil {
		if why := at.stopped(); why != nil {
			return 0, why
		}
		return 0, fmt.Errorf("%w (%s: %s)", ErrBroken, name, firstLine(err.Error()))
	}
	if len(f.Definition().ResultTypes()) == 0 {
		return 0, nil
	}
	return at.stack[0], nil
}

// resize is the engine's wish for more memory: 1 if it was granted.
func resize(ctx context.Context, m api.Module, want uint32) uint64 {
	if at, ok := ctx.Value(instanceKey{}).(*instance); ok {
		at.memory.Lock()
		defer at.memory.Unlock()
	}
	have := m.Memory().Size()
	if want <= have {
		return 1
	}
	if _, ok := m.Memory().Grow((want - have + pageSize - 1) / pageSize); !ok {
		return 0
	}
	return 1
}
